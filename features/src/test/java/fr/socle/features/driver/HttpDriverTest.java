package fr.socle.features.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpDriverTest {
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1, 2, 3};

  private final FakeLps lps = new FakeLps();

  @AfterEach
  void stop() {
    lps.close();
  }

  @Test
  void givesWhatTheUserSeesWhenTheActionIsDone() {
    lps.on("ouvrir-dossier", input -> Drivers.done(Drivers.RECORD));

    ActionAnswer answer = open().perform("ouvrir-dossier", Drivers.json("{\"dossier\":\"d1\"}"));

    assertThat(answer.done()).isTrue();
    assertThat(answer.seen()).isEqualTo(Drivers.json(Drivers.RECORD));
    assertThat(answer.userSteps()).isEqualTo(2);
    assertThat(lps.asked()).containsExactly("ouvrir-dossier {\"dossier\":\"d1\"}");
  }

  @Test
  void doesNotTakeGesturesThatAreNotDeclaredForNone() {
    lps.on("ouvrir-dossier", input -> "{\"statut\":\"fait\",\"vu\":" + Drivers.RECORD + "}");
    assertThat(opened().userSteps()).isNull();

    lps.on("ouvrir-dossier", input -> Drivers.done(Drivers.RECORD).replace(":2}", ":0}"));
    assertThat(opened().userSteps()).isZero();
  }

  @Test
  void takesThePictureOfTheScreenThatTheDriverOffers() {
    lps.on("ouvrir-dossier", input -> Drivers.done(Drivers.RECORD)).showing(() -> PNG);

    Picture picture = screen().orElseThrow();

    assertThat(picture.form()).isEqualTo(Picture.Form.PNG);
    assertThat(picture.bytes()).isEqualTo(PNG);
  }

  @Test
  void doesWithoutAPictureThatIsNoneOrTooLarge() {
    lps.on("ouvrir-dossier", input -> Drivers.done(Drivers.RECORD));
    assertThat(screen()).as("404").isEmpty();

    lps.showing(() -> "<svg/>".getBytes(StandardCharsets.UTF_8));
    assertThat(screen()).as("a form that may carry a script").isEmpty();

    lps.showing(() -> Arrays.copyOf(PNG, Picture.MOST + 1));
    assertThat(screen()).as("too large").isEmpty();
    assertThat(opened().done()).isTrue();
  }

  @Test
  void endsAnActionBeforeThePictureIsAskedFor() {
    lps.on("ouvrir-dossier", input -> Drivers.done(Drivers.RECORD)).showing(() -> PNG);

    assertThat(opened().done()).isTrue();

    assertThat(lps.picturesAsked()).isZero();
  }

  private Optional<Picture> screen() {
    LpsDriver driver = open();
    driver.perform("ouvrir-dossier", Drivers.json("{\"dossier\":\"d1\"}"));
    return driver.picture();
  }

  private ActionAnswer opened() {
    return open().perform("ouvrir-dossier", Drivers.json("{\"dossier\":\"d1\"}"));
  }

  @Test
  void tellsARefusalOfTheLpsFromADriverThatFails() {
    lps.on("ouvrir-dossier", input -> "{\"statut\":\"refuse\",\"message\":\"dossier fermé\"}");

    ActionAnswer answer = open().perform("ouvrir-dossier", Drivers.json("{\"dossier\":\"d1\"}"));

    assertThat(answer.status()).isEqualTo(ActionAnswer.Status.REFUSE);
    assertThat(answer.messageOrNone()).isEqualTo("dossier fermé");
    assertThat(answer.seen()).isNull();
  }

  @Test
  void refusesAViewThatBreaksTheSchemaAndSaysWhere() {
    lps.on(
        "ouvrir-dossier",
        input ->
            Drivers.done(
                Drivers.RECORD.replace("provisoire", "certaine").replace("\"F\"", "\"X\"")));

    assertThatThrownBy(() -> open().perform("ouvrir-dossier", Drivers.json("{\"dossier\":\"d1\"}")))
        .isInstanceOf(DriverFailedException.class)
        .hasMessageContaining("/statutIdentite")
        .hasMessageContaining("\"provisoire\",\"recuperee\",\"validee\",\"qualifiee\"")
        .hasMessageContaining("/traits/sexe");
  }

  @Test
  void refusesAnUnknownMemberInAView() {
    lps.on(
        "ouvrir-dossier",
        input ->
            Drivers.done(Drivers.RECORD.replace("\"messages\"", "\"couleur\":1,\"messages\"")));

    assertThatThrownBy(() -> open().perform("ouvrir-dossier", Drivers.json("{\"dossier\":\"d1\"}")))
        .isInstanceOf(DriverFailedException.class)
        .hasMessageContaining("membre inconnu « couleur »");
  }

  @Test
  void demandsAViewWhenTheActionIsDone() {
    lps.on("ouvrir-dossier", input -> "{\"statut\":\"fait\"}");

    assertThatThrownBy(() -> open().perform("ouvrir-dossier", Drivers.json("{\"dossier\":\"d1\"}")))
        .isInstanceOf(DriverFailedException.class)
        .hasMessageContaining("membre obligatoire absent « vu »");
  }

  @Test
  void saysThatAnActionIsNotImplementedWhenTheDriverDoesNotAnnounceIt() {
    assertThatThrownBy(() -> open().perform("ouvrir-dossier", Drivers.json("{\"dossier\":\"d1\"}")))
        .isInstanceOf(ActionNotImplementedException.class)
        .hasMessageContaining("ouvrir-dossier");
    assertThat(lps.asked()).isEmpty();
  }

  @Test
  void saysThatAnActionIsNotImplementedWhenTheDriverAnswers501() {
    lps.saying(
        "{\"contrat\":\"1\",\"lps\":{\"nom\":\"L\",\"version\":\"1\"},\"actions\":[\"ouvrir-dossier\"]}");

    assertThatThrownBy(() -> open().perform("ouvrir-dossier", Drivers.json("{\"dossier\":\"d1\"}")))
        .isInstanceOf(ActionNotImplementedException.class)
        .hasMessageContaining("pas encore");
  }

  @Test
  void takesADriverThatAnswers501ToEverythingAsOneThatOffersNothingYet() {
    lps.sayingNothing();

    Capabilities said = Drivers.http(lps.url(), Duration.ofSeconds(5)).capabilities();

    assertThat(said.lps().nom()).isEqualTo("LPS");
    assertThat(said.actions()).isEmpty();
  }

  @Test
  void givesUpAnActionThatTakesLongerThanItsLimit() {
    CountDownLatch never = new CountDownLatch(1);
    lps.on("ouvrir-dossier", input -> held(never));
    LpsDriver driver = Drivers.http(lps.url(), Duration.ofSeconds(1));

    assertThatThrownBy(() -> driver.perform("ouvrir-dossier", Drivers.json("{\"dossier\":\"d1\"}")))
        .isInstanceOf(DriverFailedException.class)
        .hasMessageContaining("en 1 s")
        .hasMessageContaining("delai");
    never.countDown();
  }

  @Test
  void saysThatADeadDriverDoesNotAnswer() {
    URI url = lps.url();
    lps.close();

    assertThatThrownBy(() -> Drivers.http(url, Duration.ofSeconds(2)).capabilities())
        .isInstanceOf(DriverFailedException.class)
        .hasMessageContaining("ne répond pas")
        .hasMessageContaining(url.toString());
  }

  @Test
  void refusesCapabilitiesOfAnotherContract() {
    lps.saying("{\"contrat\":\"2\",\"lps\":{\"nom\":\"L\",\"version\":\"1\"},\"actions\":[]}");

    assertThatThrownBy(() -> open().capabilities())
        .isInstanceOf(DriverFailedException.class)
        .hasMessageContaining("/contrat")
        .hasMessageContaining("attendu \"1\"");
  }

  @Test
  void neverSendsAnInputThatTheSchemaRefuses() {
    lps.on("ouvrir-dossier", input -> Drivers.done(Drivers.RECORD));

    assertThatThrownBy(() -> open().perform("ouvrir-dossier", Drivers.json("{\"numero\":\"d1\"}")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(lps.asked()).isEmpty();
  }

  private LpsDriver open() {
    return Drivers.http(lps.url(), Duration.ofSeconds(5));
  }

  private static String held(CountDownLatch until) {
    try {
      until.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return "{}";
  }
}
