package vn.sohoa.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.sohoa.catalog.PortalBook;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.Sha256;

/**
 * Tells the portal about dossiers with newly stored papers, changed handling or reuse; repeating does no harm. What the portal
 * refuses waits for a change of its data; when the portal is away, all wait and are tried again later and later.
 */
public final class SendOutbox {
    private static final int BATCH = 500;
    private static final int GIVE_UP = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 7;

    private final PortalBook portal;
    private final Submissions submissions;
    private final SyncSettings settings;
    private final SyncClient client;
    private final Clock clock;

    SendOutbox(PortalBook portal, Submissions submissions, SyncSettings settings, SyncClient client, Clock clock) {
        this.portal = portal;
        this.submissions = submissions;
        this.settings = settings;
        this.client = client;
        this.clock = clock;
    }

    /** Sends all that is due; gives the number of dossiers that were taken. Problem: STORE_UNAVAILABLE. */
    public int send() {
        Set<DossierCode> tried = new HashSet<>();
        int taken = 0;
        int away = 0;
        for (List<PortalBook.Due> due = next(tried); !due.isEmpty() && away < GIVE_UP; due = next(tried)) {
            for (PortalBook.Due dossier : due) {
                tried.add(dossier.dossier());
                Result result = send(dossier);
                taken += result == Result.TAKEN ? 1 : 0;
                away = result == Result.AWAY ? away + 1 : 0;
                if (away == GIVE_UP) {
                    break;
                }
            }
        }
        return taken;
    }

    private enum Result {
        TAKEN,
        REFUSED,
        AWAY
    }

    private List<PortalBook.Due> next(Set<DossierCode> tried) {
        return portal.due(clock.instant(), BATCH).stream()
                .filter(each -> !tried.contains(each.dossier()))
                .toList();
    }

    private Result send(PortalBook.Due due) {
        byte[] payload = SyncMapping.of(submissions.of(due.dossier()), settings);
        Instant now = clock.instant();
        try {
            List<PortalBook.Fault> faults = client.send(due.dossier().value(), payload);
            if (faults.isEmpty()) {
                portal.accepted(due, Sha256.of(payload), now);
                return Result.TAKEN;
            }
            portal.failed(due, faults, Optional.empty(), now);
            return Result.REFUSED;
        } catch (DigitisationException failure) {
            if (failure.problem() != Problem.PORTAL_UNAVAILABLE) {
                throw failure;
            }
            PortalBook.Fault fault = new PortalBook.Fault("", failure.problem().name(), failure.detail());
            portal.failed(due, List.of(fault), Optional.of(now.plus(pause(due.attempts()))), now);
            return Result.AWAY;
        }
    }

    /** Five minutes, then twice as long each time, up to ten hours and a half. */
    private static Duration pause(int attempts) {
        return FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, MOST_DOUBLINGS));
    }
}
