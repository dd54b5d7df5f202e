/** The vocabulary of clusters of virtual machines: state, rules, score, moves and plans. */
module org.ballast.model {
    requires static transitive org.jspecify;

    exports org.ballast.model;
    exports org.ballast.model.rules;
}
