package io.firstfill.testkit.source;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Excuses one subject of a module from one {@link SourceRule}. Stands on the module's {@code ArchitectureTest}:
 *
 * <pre>{@code
 * @HouseException(rule = SourceRule.FILE_SIZE, subject = "MexcVenue.java", reason = "One class for one port.")
 * class ArchitectureTest {}
 * }</pre>
 *
 * An exception that excuses nothing any more is reported like a breach.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(HouseException.Several.class)
public @interface HouseException {
    SourceRule rule();

    /** What is excused; {@link SourceRule} says what a subject is for each rule. */
    String subject();

    /** Why the subject does not follow the rule. */
    String reason();

    /** The container the compiler needs for a repeated annotation. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Several {
        HouseException[] value();
    }
}
