package fr.socle.psc;

import static fr.socle.psc.PscOnPaper.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.bench.client.api.NextPhone;
import fr.socle.bench.client.api.PhoneAnswer;
import fr.socle.bench.spi.InvalidControlRequestException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneOperationsTest {
  private final PscOnPaper psc = new PscOnPaper();
  private final CibaOnPaper ciba = new CibaOnPaper(psc);

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "000, accepter, -, -, professionnel-inconnu",
        "-, dormir, -, -, comportement-inconnu",
        "-, ignorer, 3, -, delai-sans-reponse",
        "-, accepter, -1, -, delai-incorrect",
        "-, accepter, 3601, -, delai-incorrect",
        "-, accepter, -, 0, nombre-incorrect",
      })
  void refuseToSayInAdvanceWhatCannotBe(
      String who, String behaviour, Integer after, Integer times, String code) {
    assertRefused("next-phone", new NextPhone(who, behaviour, after, times), code);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, -, accepter, aucune-demande",
        "-, " + People.DOCTOR + ", accepter, aucune-demande",
        "-, 000, accepter, professionnel-inconnu",
        "-, -, eteint, comportement-inconnu",
      })
  void refuseAnAnswerThatCannotBeGiven(String id, String who, String behaviour, String code) {
    assertRefused("phone-answer", new PhoneAnswer(id, who, behaviour, null), code);
  }

  @Test
  void refuseToHoldMoreThanCanBePlayed() {
    for (int i = 0; i < 1000; i++) {
      ciba.next(null, "refuser", 1);
    }

    assertRefused("next-phone", new NextPhone(null, "refuser", null, 1), "trop-de-reponses");
  }

  @Test
  void answerInAdvanceUntilTheWindowCloses() {
    ciba.next("accepter");
    assertThat(outcome()).isEqualTo("servie");
    assertThat(outcome()).isEqualTo("servie");
    psc.instance().windowClosed();

    assertThat(outcome()).isEqualTo("en-attente");
  }

  @Test
  void playWhatWasSaidForTheNextRequestsFirst() {
    ciba.next("accepter");
    ciba.next(null, "refuser", 2);
    ciba.next(null, "autre-numero", 1);

    assertThat(outcome()).isEqualTo("refusee");
    assertThat(outcome()).isEqualTo("refusee");
    assertThat(outcome()).isEqualTo("autre-numero");
    assertThat(outcome()).isEqualTo("servie");
  }

  @Test
  void playWhatWasSaidOfThePersonBeforeWhatWasSaidOfAnybody() {
    ciba.next("refuser");
    ciba.next(People.DOCTOR, "accepter", null);

    assertThat(outcome()).isEqualTo("servie");
    ciba.ask(CibaOnPaper.requestWith("login_hint", People.NURSE));
    assertThat(ciba.request().status()).isEqualTo("refusee");
  }

  @Test
  void keepWhatWasSaidOfSomebodyElseForLater() {
    ciba.next(People.NURSE, "refuser", 1);
    ciba.next(null, "accepter", 1);

    assertThat(outcome()).isEqualTo("servie");
    ciba.ask(CibaOnPaper.requestWith("login_hint", People.NURSE));
    assertThat(ciba.request().status()).isEqualTo("refusee");
  }

  @Test
  void takeBackWhatWasSaid() {
    ciba.next("accepter");
    ciba.next("personne");

    assertThat(outcome()).isEqualTo("en-attente");
  }

  @Test
  void acceptAfterAWhileOfTheTimeOfTheSpace() {
    psc.control("next-phone", new NextPhone(null, "accepter", 20, null));
    String authReqId = ciba.ask();
    psc.clock.advance(Duration.ofSeconds(15));
    assertThat(json(ciba.poll(authReqId)).get("error").asText()).isEqualTo("authorization_pending");
    psc.instance().age(Duration.ofSeconds(5));

    assertThat(json(ciba.poll(authReqId)).has("access_token")).isTrue();
  }

  @Test
  void answerLaterAWaitingRequest() {
    ciba.ask();
    ciba.answerIn(10, "refuser");
    assertThat(ciba.request().status()).isEqualTo("en-attente");
    psc.clock.advance(Duration.ofSeconds(10));

    assertThat(ciba.request().status()).isEqualTo("refusee");
  }

  @Test
  void answerTheOldestRequestThatIsMeant() {
    ciba.ask();
    ciba.ask(CibaOnPaper.requestWith("login_hint", People.NURSE));
    ciba.ask(CibaOnPaper.requestWith("login_hint", People.NURSE));
    String last = ciba.request().id();

    psc.control("phone-answer", new PhoneAnswer(null, People.NURSE, "refuser", null));
    psc.control("phone-answer", new PhoneAnswer(last, null, "accepter", null));

    assertThat(ciba.requests())
        .extracting(request -> request.status())
        .containsExactly("en-attente", "refusee", "acceptee");
  }

  @Test
  void neverAnswerForSomebodyWhoIgnoresHisPhone() {
    ciba.next("ignorer");
    ciba.ask();

    assertRefused("phone-answer", new PhoneAnswer(null, null, "accepter", null), "aucune-demande");
    psc.clock.advance(Duration.ofMinutes(2));
    assertThat(ciba.request().status()).isEqualTo("expiree");
  }

  @Test
  void neverAnswerForALockedApplicationButForTheCardOfTheSamePerson() {
    ciba.next("accepter");
    ciba.ask(CibaOnPaper.requestWith("login_hint", People.LOCKED));
    assertThat(ciba.request().status()).isEqualTo("en-attente");

    var card = CibaOnPaper.requestWith("login_hint", People.LOCKED);
    card.put("channel", "CARD");
    ciba.ask(card);
    assertThat(ciba.request().status()).isEqualTo("acceptee");
  }

  private String outcome() {
    ciba.poll(ciba.ask());
    return ciba.request().status();
  }

  private void assertRefused(String operation, Object input, String code) {
    assertThatThrownBy(() -> psc.control(operation, input))
        .isInstanceOfSatisfying(
            InvalidControlRequestException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
