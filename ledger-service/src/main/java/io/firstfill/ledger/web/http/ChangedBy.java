package io.firstfill.ledger.web.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * States which topics change what a read answers, so that its entity tag is known without the answer. The annotation of
 * a method precedes that of its class. A read without any is tagged by its body.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface ChangedBy {
    /** The topics; every topic where there are none. */
    String[] value();
}
