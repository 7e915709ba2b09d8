package vn.sohoa.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionEvent;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

class GuestSessionsTest {
    private final GuestSessions sessions = new GuestSessions();

    @Test
    void theOldestGuestGoesWhereThereAreTooMany() {
        List<MockHttpSession> guests = open(GuestSessions.MOST);
        assertThat(guests).noneMatch(MockHttpSession::isInvalid);

        open(2);

        assertThat(guests.subList(0, 2)).allMatch(MockHttpSession::isInvalid);
        assertThat(guests.subList(2, guests.size())).noneMatch(MockHttpSession::isInvalid);
    }

    @Test
    void whoHasSignedInIsNoGuestAndStays() {
        MockHttpSession officer = open(1).get(0);
        sessions.attributeAdded(new HttpSessionBindingEvent(
                officer, HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, "visitor"));

        List<MockHttpSession> guests = open(GuestSessions.MOST + 1);

        assertThat(officer.isInvalid()).isFalse();
        assertThat(guests.get(0).isInvalid()).isTrue();
        assertThat(guests.get(1).isInvalid()).isFalse();
    }

    @Test
    void whoHasLeftMakesRoom() {
        List<MockHttpSession> guests = open(GuestSessions.MOST);
        sessions.sessionDestroyed(new HttpSessionEvent(guests.get(5)));

        open(1);

        assertThat(guests).noneMatch(MockHttpSession::isInvalid);
    }

    private List<MockHttpSession> open(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> {
                    MockHttpSession session = new MockHttpSession();
                    sessions.sessionCreated(new HttpSessionEvent(session));
                    return session;
                })
                .toList();
    }
}
