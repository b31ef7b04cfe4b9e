package fr.socle.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Exchange.Kind;
import fr.socle.bench.client.api.Professional;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.bench.pki.CardHolder;
import fr.socle.bench.pki.CardUse;
import fr.socle.bench.pki.ClientIdentity;
import fr.socle.bench.pki.PkiOptions;
import fr.socle.bench.pki.StandardClient;
import fr.socle.bench.pki.TestPki;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Another test chain than ours, made for the occasion: told with the bench, or not. */
@TestInstance(Lifecycle.PER_CLASS)
final class ForeignAuthorityTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final String REQUEST =
      "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nok";
  private static final CardHolder HOLDER =
      new CardHolder("899700123456", "TESTEUR", "ALIX", "MEDECIN");
  private static final String PERSONS = "TEST AC IGC-SANTE ELEMENTAIRE PERSONNES";

  @TempDir static Path ours;
  @TempDir static Path theirs;
  @TempDir static Path data;

  private final List<Bench> benches = new ArrayList<>();
  private TestPki pki;
  private TestPki foreign;

  @BeforeAll
  void make() {
    pki = TestPki.open(ours, PkiOptions.defaults(), Clock.systemUTC());
    foreign = TestPki.open(theirs, PkiOptions.defaults(), Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    benches.forEach(Bench::close);
    benches.clear();
  }

  private Path authority(String range) {
    return theirs.resolve("client-ca").resolve(range + ".pem");
  }

  private static BenchOptions.Builder options() {
    return BenchOptions.builder().services(new EchoService()).pkiDirectory(ours);
  }

  private Bench start(BenchOptions options) {
    Bench bench = Bench.start(options);
    benches.add(bench);
    return bench;
  }

  private Bench trusting(String range) {
    return start(options().clientAuthorities(List.of(authority(range))).build());
  }

  private static SpaceDescriptor space(Bench bench) {
    return bench.createSpace(new SpaceRequest(null, null, null));
  }

  private ClientIdentity card(CardUse use) {
    return foreign.card(HOLDER, use);
  }

  private String talk(SpaceDescriptor space, String listener, ClientIdentity client)
      throws Exception {
    try (RawClient raw =
        RawClient.secure(
            space.urls().get(listener),
            RawClient.context(pki.serverTrustStore(), client.keyStore(), TestPki.PASSWORD))) {
      return raw.send(REQUEST).readAnswer();
    }
  }

  private static List<Professional> known(Bench bench, SpaceDescriptor space, String id) {
    return bench.professionals(space.id()).stream()
        .filter(one -> one.nationalId().equals(id))
        .toList();
  }

  @Test
  void refusesTheCardOfAnAuthorityNobodyToldItOf() throws Exception {
    Bench bench = start(options().build());
    SpaceDescriptor space = space(bench);

    for (String listener : List.of("echo.certificat", "echo.demande")) {
      assertThatThrownBy(() -> talk(space, listener, card(CardUse.AUTHENTICATION)))
          .isInstanceOf(IOException.class);
    }

    Exchange refused = bench.await(space.id(), 0, "echo", null, LONG).orElseThrow();
    assertThat(refused.kind()).isEqualTo(Kind.HANDSHAKE);
    assertThat(refused.refusal()).isNotNull();
    assertThat(refused.refusal().reason()).contains(PERSONS);
    assertThat(known(bench, space, HOLDER.nationalId())).isEmpty();
  }

  @Test
  void makesAProfessionalOfTheHolderOfACardOfTheAuthorityItWasToldOf() throws Exception {
    Bench bench = trusting("personnes");
    SpaceDescriptor space = space(bench);
    assertThat(known(bench, space, HOLDER.nationalId())).isEmpty();

    for (String listener : List.of("echo.certificat", "echo.demande")) {
      assertThat(talk(space, listener, card(CardUse.AUTHENTICATION))).startsWith("HTTP/1.1 200");
    }

    assertThat(known(bench, space, HOLDER.nationalId()))
        .containsExactly(new Professional(HOLDER.nationalId(), null, "TESTEUR", "ALIX", List.of()));
    Exchange served = bench.await(space.id(), 0, "echo", null, LONG).orElseThrow();
    assertThat(served.clientCertificate()).contains("CN=" + HOLDER.nationalId());
    assertThat(served.tls()).isNotNull();
    assertThat(served.tls().clientAuthority()).contains("CN=" + PERSONS);
  }

  @Test
  void readsAHolderAgainWhenItsPeopleWereForgotten() throws Exception {
    Bench bench = trusting("personnes");
    SpaceDescriptor space = space(bench);
    talk(space, "echo.certificat", card(CardUse.AUTHENTICATION));
    bench.reset(space.id());
    assertThat(known(bench, space, HOLDER.nationalId())).isEmpty();

    talk(space, "echo.certificat", card(CardUse.AUTHENTICATION));

    assertThat(known(bench, space, HOLDER.nationalId())).hasSize(1);
  }

  @Test
  void keepsAHolderWithItsData() throws Exception {
    BenchOptions kept =
        options().dataDir(data).clientAuthorities(List.of(authority("personnes"))).build();
    Bench first = start(kept);
    talk(space(first), "echo.certificat", card(CardUse.AUTHENTICATION));
    stop();

    Bench again = start(kept);

    SpaceDescriptor space = again.reopen().get(0);
    assertThat(known(again, space, HOLDER.nationalId())).hasSize(1);
  }

  @Test
  void changesNobodyWhoIsThereAlready() throws Exception {
    Bench bench = trusting("personnes");
    SpaceDescriptor space = space(bench);
    String doctor = "899990000012";
    List<Professional> before = known(bench, space, doctor);
    assertThat(before).hasSize(1);

    talk(
        space,
        "echo.certificat",
        foreign.card(new CardHolder(doctor, "AUTRE", "NOM", "Pharmacien"), CardUse.AUTHENTICATION));

    assertThat(known(bench, space, doctor)).isEqualTo(before);
  }

  @Test
  void acceptsOrganisationsWithoutMakingPersonsOfThem() throws Exception {
    Bench bench = trusting("organisations");
    SpaceDescriptor space = space(bench);
    int before = bench.professionals(space.id()).size();

    assertThat(talk(space, "echo.certificat", foreign.client(StandardClient.ORGANISATION)))
        .startsWith("HTTP/1.1 200");

    assertThat(bench.professionals(space.id())).hasSize(before);
    assertThatThrownBy(() -> talk(space, "echo.certificat", card(CardUse.AUTHENTICATION)))
        .isInstanceOf(IOException.class);
  }

  @Test
  void refusesInTheHandshakeWhatItRefusesOfItsOwn() throws Exception {
    Bench bench = trusting("personnes");
    SpaceDescriptor space = space(bench);

    assertThatThrownBy(() -> talk(space, "echo.certificat", card(CardUse.SIGNATURE)))
        .isInstanceOf(IOException.class);
  }

  @Test
  void saysInFrenchWhatIsWrongWithTheFileOfAnAuthority() throws IOException {
    Path absent = theirs.resolve("absent.pem");
    Path empty = Files.writeString(theirs.resolve("vide.pem"), "");
    Path key = theirs.resolve("client-ca/personnes-key.pem");
    Path person = card(CardUse.AUTHENTICATION).files().chainPem();

    assertRefused(absent, "n'existe pas", "fichier PEM");
    assertRefused(theirs, "n'existe pas ou n'est pas un fichier", "fichier PEM");
    assertRefused(empty, "ne contient aucun certificat", "BEGIN CERTIFICATE");
    assertRefused(key, "ne contient aucun certificat", "pas une clé");
    assertRefused(person, "n'est pas celui d'une autorité", PERSONS);
  }

  private static void assertRefused(Path file, String what, String mend) {
    assertThatThrownBy(
            () -> Bench.start(options().clientAuthorities(List.of(file)).build()).close())
        .isInstanceOf(BenchStartException.class)
        .hasMessageContainingAll(file.toString(), what, mend);
  }
}
