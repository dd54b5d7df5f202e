package org.ballast.capacity.packing;

import org.ballast.capacity.InstanceShape;
import org.ballast.model.Placement;

/** The placement of an instance of a shape. */
record PackedPlacement(InstanceShape shape, Placement placement) {}
