package org.ballast.capacity.packing;

import org.ballast.capacity.InstanceShape;
import org.ballast.model.Placement;

/** Where an instance of a shape is put. */
record PackedPlacement(InstanceShape shape, Placement placement) {}
