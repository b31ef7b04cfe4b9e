package fr.socle.essais;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a relying party shows besides that renews, introspects and revokes its tokens itself. */
abstract class RenewingPartyContract extends RelyingPartyContract {
  @Test
  void renewsIntrospectsAndRevokesItsTokens() throws Exception {
    Browser browser = browser();
    browser.get(service().page(""));

    assertThat(browser.get(service().page("introspecter")).body())
        .contains("\"active\":true", "\"SubjectNameID\":\"" + window().doctor().nationalId());
    assertThat(browser.get(service().page("rafraichir")).body()).contains("\"renewed\":true");
    assertThat(browser.get(service().page("moi")).body()).contains(window().doctor().nationalId());
    assertThat(browser.get(service().page("revoquer")).body()).contains("\"revoked\":true");
    assertThat(window().livingSessions()).isEmpty();
    assertThat(browser.get(service().page("introspecter")).body()).contains("\"active\":false");
    assertThat(window().transactions()).contains("PSC introspect", "PSC revoke");
    assertThat(window().brokenRules()).isEmpty();
  }

  @Test
  void isToldThatTheSessionIsOverWhenItRenewsTooLate() throws Exception {
    Browser browser = browser();
    browser.get(service().page(""));
    window().age(Duration.ofHours(5));

    HttpResponse<String> late = browser.get(service().page("rafraichir"));

    assertRefused(late, "invalid_grant");
  }
}
