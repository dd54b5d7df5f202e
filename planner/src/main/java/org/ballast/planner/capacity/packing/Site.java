package org.ballast.planner.capacity.packing;

import org.ballast.model.Placement;
import org.ballast.planner.capacity.Shape;

/** Where an instance of a shape is put. */
record Site(Shape shape, Placement placement) {}
