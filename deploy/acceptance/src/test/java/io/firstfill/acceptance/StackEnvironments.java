package io.firstfill.acceptance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the environments of the stack that the scenarios of a class need; without it the one environment paper, and one
 * instance of each service.
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface StackEnvironments {
    String[] value();

    /** Of scanner, trader and risk each: 1 or 2. */
    int instances() default 1;
}
