package fr.socle.psc.protocol;

import static fr.socle.psc.PscOnPaper.encode;
import static fr.socle.psc.PscOnPaper.json;
import static fr.socle.psc.PscOnPaper.text;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.http.Served;
import fr.socle.psc.CibaOnPaper;
import fr.socle.psc.People;
import fr.socle.psc.PscOnPaper;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PhonePageTest {
  private final PscOnPaper psc = new PscOnPaper();
  private final CibaOnPaper ciba = new CibaOnPaper(psc);

  @Test
  void asksWhosePhoneItIs() {
    Served page = psc.browse("GET", "/telephone", "");

    assertThat(page.answer().status()).isEqualTo(200);
    assertThat(text(page)).contains("Téléphone de qui ?", People.DOCTOR, "name=\"identifiant\"");
  }

  @Test
  void looksAgainByItselfWhileNothingAsks() {
    Served page = phone(People.DOCTOR);

    assertThat(text(page)).contains("Aucune demande de connexion n'attend.");
    assertThat(page.answer().headers().first("Refresh")).hasValue("3");
  }

  @Test
  void showsTheNumberAndWaitsForAPerson() {
    ciba.ask();

    Served page = phone(People.DOCTOR);

    assertThat(text(page))
        .contains("« lps-demo » demande une connexion", "<strong>42</strong>", "application e-CPS")
        .contains("Encore 120 s");
    assertThat(page.answer().headers().first("Refresh")).isEmpty();
    assertThat(text(phone(People.NURSE))).contains("Aucune demande de connexion n'attend.");
  }

  @Test
  void showsACardReaderAndAMissingNumber() {
    Map<String, String> form = CibaOnPaper.requestWith("binding_message", null);
    form.put("channel", "CARD");
    ciba.ask(form);

    assertThat(text(phone(People.DOCTOR)))
        .contains("carte CPS", "Le logiciel n'a envoyé aucun nombre à comparer.");
  }

  @Test
  void accepts() {
    String authReqId = ciba.ask();

    Served answered = answer("accepter");

    assertThat(text(answered)).contains("Connexion acceptée");
    assertThat(answered.transaction()).isEqualTo("PSC phone");
    assertThat(json(ciba.poll(authReqId)).has("access_token")).isTrue();
  }

  @Test
  void refusesAndTellsAnotherNumber() {
    String first = ciba.ask();
    answer("refuser");
    String second = ciba.ask();
    Served other = answer("autre-numero");

    assertThat(text(other)).contains("Le nombre ne correspondait pas");
    assertThat(json(ciba.poll(first)).get("error").asText()).isEqualTo("access_denied");
    assertThat(json(ciba.poll(second)).get("error").asText()).isEqualTo("access_denied");
    assertThat(ciba.request().status()).isEqualTo("autre-numero");
  }

  @Test
  void saysWhenARequestNoLongerWaits() {
    ciba.ask();
    answer("refuser");

    assertThat(text(answer("accepter"))).contains("attend plus de réponse");
    assertThat(ciba.request().status()).isEqualTo("refusee");
  }

  @Test
  void answersOnlyTheRequestsOfItsOwner() {
    ciba.ask();
    String id = ciba.request().id();

    psc.browse(
        "POST",
        "/telephone/reponse",
        encode(Map.of("identifiant", People.NURSE, "demande", id, "action", "accepter")));

    assertThat(ciba.request().status()).isEqualTo("en-attente");
  }

  @Test
  void showsNothingOnALockedApplication() {
    ciba.ask(CibaOnPaper.requestWith("login_hint", People.LOCKED));

    assertThat(text(phone(People.LOCKED)))
        .contains("Cette e-CPS est bloquée", "Aucune demande de connexion n'attend.");
  }

  @Test
  void saysThatAPhoneIsUnknownWithoutTrustingItsName() {
    Served page = psc.browse("GET", "/telephone?identifiant=%3Cb%3E", "");

    assertThat(page.answer().status()).isEqualTo(404);
    assertThat(text(page)).contains("&lt;b&gt;").doesNotContain("<b>");
  }

  private Served phone(String nationalId) {
    return psc.browse("GET", "/telephone?identifiant=" + nationalId, "");
  }

  private Served answer(String action) {
    return psc.browse(
        "POST",
        "/telephone/reponse",
        encode(
            Map.of(
                "identifiant", People.DOCTOR, "demande", ciba.request().id(), "action", action)));
  }
}
