package org.ballast.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages on the code name classes, members and tests that exist. */
class ArchitecturePageTest {
    private static final JavaClasses MAIN_CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.ballast");

    /**
     * A class, or a member of one, as the pages write them: {@code `Hbal`}, {@code `Hbal.run`},
     * {@code `Limits(dataMib)`}.
     */
    private static final Pattern NAMED =
            Pattern.compile("`([A-Z][A-Za-z0-9]+)(?:\\.([A-Za-z_]\\w*)|\\((\\w+)[^)]*\\))?`");

    @ParameterizedTest
    @ValueSource(strings = {"docs/architecture.md", "docs/glossary.md", "docs/optimizer.md"})
    void namedClassesAndMembersExist(String page) throws IOException {
        String text = Files.readString(Project.root().resolve(page));
        Set<String> tests = tests();

        Set<String> unknown = NAMED.matcher(text)
                .results()
                .filter(named -> !(named.group(1).endsWith("Test") ? tests.contains(named.group(1)) : exists(named)))
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(unknown).as("named in %s, but not in the code", page).isEmpty();
    }

    private static boolean exists(MatchResult named) {
        String member = named.group(2) != null ? named.group(2) : named.group(3);
        return MAIN_CODE.stream()
                .filter(type -> type.getSimpleName().equals(named.group(1)))
                .anyMatch(type -> member == null || has(type, member));
    }

    private static boolean has(JavaClass type, String member) {
        return type.getAllMembers().stream().anyMatch(each -> each.getName().equals(member))
                || MAIN_CODE.stream().anyMatch(each -> each.getName().equals(type.getName() + "$" + member));
    }

    private static Set<String> tests() throws IOException {
        try (Stream<Path> files = Files.walk(Project.root())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Test.java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }
}
