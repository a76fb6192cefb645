package io.firstfill.acceptance;

import io.firstfill.local.launch.Stack;

/** Base of scenarios about what one environment must not do to another: a stack with two of them on one exchange. */
@StackEnvironments({"paper", "second"})
public abstract class TwoEnvironments extends SeveralEnvironments {
    protected TwoEnvironments(Stack stack) {
        super(stack);
    }
}
