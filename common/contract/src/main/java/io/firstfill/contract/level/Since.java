package io.firstfill.contract.level;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The level of the contract that brought a message type or a constant. A service writes it only when its setting
 * {@code firstfill.contract.level} has reached that level, because readers of an earlier level cannot read it
 * (decision 11). Types and constants without this annotation belong to level 1.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD})
public @interface Since {
    /** The level, from 2. */
    int value();

    /**
     * The constant that is written in place of this one at a lower level; required for constants. A message type has
     * none: it is not written at all.
     */
    String instead() default "";
}
