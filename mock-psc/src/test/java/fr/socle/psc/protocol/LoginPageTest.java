package fr.socle.psc.protocol;

import static fr.socle.psc.PscOnPaper.STATE;
import static fr.socle.psc.PscOnPaper.claims;
import static fr.socle.psc.PscOnPaper.correctRequest;
import static fr.socle.psc.PscOnPaper.json;
import static fr.socle.psc.PscOnPaper.returned;
import static fr.socle.psc.PscOnPaper.text;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.http.Served;
import fr.socle.psc.People;
import fr.socle.psc.PscOnPaper;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginPageTest {
  private static final Pattern TICKET = Pattern.compile("name=\"ticket\" value=\"([^\"]+)\"");

  private final PscOnPaper psc = new PscOnPaper();

  static String ticket(Served page) {
    Matcher matcher = TICKET.matcher(text(page));
    assertThat(matcher.find()).as(text(page)).isTrue();
    return matcher.group(1);
  }

  @Test
  void listsTheProfessionalsOfTheSpaceWithoutScriptNorExternalResource() {
    Served page = psc.authorize(correctRequest());

    assertThat(page.answer().headers().first("Content-Type")).contains("text/html;charset=UTF-8");
    assertThat(text(page))
        .contains(
            psc.people.doctor().givenName() + " " + psc.people.doctor().familyName(),
            "médecin",
            People.NURSE,
            "Refuser",
            "Abandonner")
        .doesNotContain("<script", "http://", "https://", " src=", "stylesheet");
  }

  @ParameterizedTest
  @CsvSource({"/auth", "/auth/"})
  void standsAtBothPaths(String path) {
    assertThat(
            psc.browse("GET", path + "?" + PscOnPaper.encode(correctRequest()), "")
                .answer()
                .status())
        .isEqualTo(200);
  }

  @Test
  void logsInThePersonChosenInTheList() {
    String ticket = ticket(psc.authorize(correctRequest()));

    Map<String, String> back =
        returned(psc.submit(Map.of("ticket", ticket, "personne", People.NURSE)));

    assertThat(back).containsEntry("state", STATE);
    assertThat(subject(back)).endsWith(":" + People.NURSE);
  }

  @Test
  void prefersTheIdentifierTypedInAndNotesTheCard() {
    String ticket = ticket(psc.authorize(correctRequest()));

    Map<String, String> back =
        returned(
            psc.submit(
                Map.of(
                    "ticket",
                    ticket,
                    "personne",
                    People.NURSE,
                    "identifiant",
                    " " + People.DOCTOR + " ",
                    "moyen",
                    "carte",
                    "action",
                    "accepter")));
    String access = json(psc.exchange(back.get("code"))).get("access_token").asText();

    assertThat(claims(access).get("sub").asText()).endsWith(":" + People.DOCTOR);
    assertThat(claims(access).get("authMode").asText()).isEqualTo("CARD");
  }

  // psc.md 1.4, kc_idp_hint; 2.1, the tab of local identity providers
  @Test
  void offersTheLocalProviderAndChoosesItWhenTheRequestNamesIt() {
    assertThat(text(psc.authorize(correctRequest())))
        .contains("value=\"e-cps\" checked", "value=\"delegation\">");
    Served page = psc.authorize(PscOnPaper.requestWith("kc_idp_hint", "fi-chu-<demo>"));
    assertThat(text(page))
        .contains("value=\"delegation\" checked", "value=\"e-cps\">", "fi-chu-&lt;demo&gt;");

    Map<String, String> back =
        returned(
            psc.submit(
                Map.of("ticket", ticket(page), "personne", People.LOCKED, "moyen", "delegation")));

    String access = json(psc.exchange(back.get("code"))).get("access_token").asText();
    assertThat(claims(access).get("authMode").asText()).isEqualTo("DELEGATION");
  }

  @Test
  void logsInAtTheLocalProviderWhenSomebodyWasAnnounced() {
    Map<String, String> back =
        psc.login(People.DOCTOR, PscOnPaper.requestWith("kc_idp_hint", "fi-chu"));

    String access = json(psc.exchange(back.get("code"))).get("access_token").asText();
    assertThat(claims(access).get("authMode").asText()).isEqualTo("DELEGATION");
  }

  @ParameterizedTest
  @CsvSource({"refuser, access_denied", "abandonner, temporarily_unavailable"})
  void bringsARefusalBack(String action, String error) {
    String ticket = ticket(psc.authorize(correctRequest()));

    assertThat(returned(psc.submit(Map.of("ticket", ticket, "action", action))))
        .containsEntry("error", error);
  }

  @ParameterizedTest
  @CsvSource({
    "000000000000, n'a cet identifiant",
    People.LOCKED + ", bloquée",
    People.REVOKED + ", plus autorisée",
  })
  void staysWithANoticeWhenThePersonCannotLogIn(String nationalId, String notice) {
    String ticket = ticket(psc.authorize(correctRequest()));

    Served page = psc.submit(Map.of("ticket", ticket, "identifiant", nationalId));

    assertThat(page.answer().status()).isEqualTo(200);
    assertThat(text(page).replace("&#39;", "'")).contains(notice);
    assertThat(ticket(page)).isEqualTo(ticket);
  }

  @Test
  void servesAPageOnlyOnce() {
    String ticket = ticket(psc.authorize(correctRequest()));
    psc.submit(Map.of("ticket", ticket, "personne", People.DOCTOR));

    assertThat(psc.submit(Map.of("ticket", ticket, "personne", People.DOCTOR)).answer().status())
        .isEqualTo(400);
  }

  @Test
  void postsTheAnswerWhenFormPostIsAsked() {
    psc.login();
    Served page = psc.authorize(PscOnPaper.requestWith("response_mode", "form_post"));

    assertThat(page.answer().status()).isEqualTo(200);
    assertThat(text(page))
        .contains("action=\"" + PscOnPaper.REDIRECT + "\"")
        .contains("name=\"state\" value=\"" + STATE + "\"")
        .contains("name=\"code\"")
        .contains("document.forms[0].submit()");
  }

  @Test
  void keepsAPersonWhoRefusesOnThePageWhenTheSettingSaysSo() {
    PscOnPaper patient = new PscOnPaper(Map.of("psc.refusal", "page"));
    String ticket = ticket(patient.authorize(correctRequest()));

    Served page = patient.submit(Map.of("ticket", ticket, "action", "refuser"));

    assertThat(page.answer().status()).isEqualTo(200);
    assertThat(text(page)).contains("a été refusée");
    assertThat(returned(patient.submit(Map.of("ticket", ticket, "personne", People.DOCTOR))))
        .containsKey("code");
  }

  private String subject(Map<String, String> back) {
    String idToken = json(psc.exchange(back.get("code"))).get("id_token").asText();
    return claims(idToken).get("sub").asText();
  }
}
