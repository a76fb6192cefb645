package io.firstfill.trader.vault;

import io.firstfill.service.guard.PeerGuard;
import io.quarkus.vault.client.VaultClientException;
import java.net.ConnectException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import org.jspecify.annotations.Nullable;

/** States why a reading of Vault failed, by the kind of the failure alone: its text may hold a secret. */
final class VaultFailure {
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private static final String LATE = "it does not answer in time";

    private VaultFailure() {}

    /** Returns whether Vault has answered that there is no secret at the path. */
    static boolean isAbsence(Throwable failure) {
        return isAnswerAboutPath(failure, NOT_FOUND);
    }

    /** Returns whether Vault has let the trader log in and refuses it the path. */
    static boolean isRefusedPath(Throwable failure) {
        return isAnswerAboutPath(failure, FORBIDDEN);
    }

    private static boolean isAnswerAboutPath(Throwable failure, int status) {
        return cause(failure) instanceof VaultClientException answer
                && answer.getStatus() != null
                && answer.getStatus() == status
                && !isLogin(answer);
    }

    /** Returns the failure in words for an operator. */
    static String describe(Throwable failure) {
        Throwable cause = cause(failure);
        if (PeerGuard.isNotAsked(cause)) {
            return "it is not asked for some seconds, because its last calls failed";
        }
        return switch (cause) {
            case VaultClientException answer -> describe(answer, answer.getStatus());
            case TimeoutException slow -> LATE;
            case FaultToleranceException slow -> LATE;
            case ConnectException refused -> "it cannot be connected to";
            default -> "it fails with " + cause.getClass().getSimpleName();
        };
    }

    private static String describe(VaultClientException answer, @Nullable Integer status) {
        if (status == null) {
            return "it closes the connection";
        }
        String what = isLogin(answer) ? "the trader's login" : "the path";
        return switch (status) {
            case 503 -> "it is sealed (503)";
            case 429, 472, 473 -> "it is a standby (" + status + ")";
            case 400, 403 -> "it refuses " + what + " (" + status + ")";
            default -> "it answers " + status + " to " + what;
        };
    }

    private static boolean isLogin(VaultClientException answer) {
        return answer.getRequestPath() != null && answer.getRequestPath().contains("auth/");
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
