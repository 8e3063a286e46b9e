package org.citylake.entities.water;

import java.math.BigDecimal;

/**
 * The class of one factor.
 *
 * @param factor such as {@code ammonia_nitrogen}
 * @param mean in the factor's unit
 * @param waterClass the best class whose limit the mean keeps
 * @param evaluated whether the water's class is made of it
 * @param uncertain whether nothing was found in any sample and yet half the limit of detection lies
 *     beyond class I: the method was too coarse, and the class says little
 */
public record FactorClass(
    String factor, BigDecimal mean, WaterClass waterClass, boolean evaluated, boolean uncertain) {}
