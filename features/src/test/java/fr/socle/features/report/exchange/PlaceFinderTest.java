package fr.socle.features.report.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.features.report.exchange.PlaceFinder.Position;
import fr.socle.features.report.exchange.Table.Role;
import fr.socle.features.report.exchange.Table.Row;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceFinderTest {
  private final PlaceFinder finder =
      new PlaceFinder(
          List.of(
              new Table("Vue", Role.DECODED, true, JsonRows.read("{\"emetteur\":\"x\"}")),
              new Table(
                  "Requête : XML",
                  Role.XML,
                  true,
                  XmlRows.read(
                      "<s:Envelope xmlns:s='s'><s:Header><c:ContexteLPS xmlns:c='c'>"
                          + "<c:Id/><c:Emetteur>x</c:Emetteur></c:ContexteLPS></s:Header>"
                          + "</s:Envelope>")),
              new Table(
                  "En-têtes de la requête", Role.HEADERS, false, List.of(Row.of("Host", "h"))),
              new Table(
                  "Requête : formulaire", Role.FORM, true, List.of(Row.of("scope", "openid"))),
              new Table(
                  "Jeton", Role.TOKEN, true, List.of(new Row(0, "acr", "1", "id_token/acr")))));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/Envelope/Header/ContexteLPS/Emetteur",
        "/s:Envelope/s:Header[1]/c:ContexteLPS/c:Emetteur[1]",
        "//ContexteLPS/Emetteur",
        "`/Envelope/Header/ContexteLPS/Emetteur`",
        "/*[local-name()='Envelope']/*[local-name()='Header']/*[local-name()='ContexteLPS']/*[local-name()=\"Emetteur\"]",
        "Emetteur"
      })
  void findsAnElementHoweverTheRuleNamesIt(String location) {
    assertThat(rowAt(location)).isEqualTo("Emetteur");
  }

  @ParameterizedTest
  @ValueSource(strings = {"scope", "paramètre scope", "le champ scope", "Paramètre : scope"})
  void findsAParameter(String location) {
    assertThat(rowAt(location)).isEqualTo("scope");
  }

  @Test
  void findsAHeaderAndAClaim() {
    assertThat(rowAt("en-tête Host")).isEqualTo("Host");
    assertThat(rowAt("id_token/acr")).isEqualTo("acr");
    assertThat(rowAt("jeton acr")).isEqualTo("acr");
  }

  @Test
  void findsAPartOfTheSubjectOfACertificate() {
    PlaceFinder certificate =
        new PlaceFinder(
            List.of(
                new Table(
                    "Certificat client présenté",
                    Role.CERTIFICATE,
                    true,
                    CertificateRows.ofSubject("CN=INSI-AUTO,OU=10B0152872"))));

    assertThat(certificate.find("certificat client, CN du sujet")).hasValue(new Position(0, 1));
  }

  @Test
  void looksOnlyInHeadersForAHeader() {
    assertThat(finder.find("en-tête scope")).isEmpty();
  }

  @Test
  void showsTheHoleWhereAnElementIsMissing() {
    String location = "/Envelope/Header/ContexteLPS/LPS/IDAM";
    finder.makeRoomFor(location, "absent");

    assertThat(finder.find(location)).hasValue(new Position(1, 5));
    assertThat(finder.tables().get(1).rows().get(5))
        .isEqualTo(new Row(3, "LPS/IDAM", "absent", location));
  }

  @Test
  void showsTheHoleWhereAParameterIsMissing() {
    finder.makeRoomFor("nonce", "absent");

    assertThat(rowAt("nonce")).isEqualTo("nonce");
  }

  @Test
  void showsTheHoleWhereAHeaderIsMissing() {
    finder.makeRoomFor("en-tête Authorization", "aucun");

    assertThat(finder.find("en-tête Authorization")).map(Position::table).hasValue(2);
  }

  @Test
  void pointsNowhereRatherThanWrong() {
    finder.makeRoomFor("ligne 12", "trop longue");
    finder.makeRoomFor("nonce", "trop court");
    finder.makeRoomFor("/Autre/Chose", "absent");

    assertThat(finder.find("ligne 12")).isEmpty();
    assertThat(finder.find("nonce")).isEmpty();
    assertThat(finder.find("/Autre/Chose")).isEmpty();
    assertThat(finder.find("")).isEmpty();
    assertThat(finder.find("/")).isEmpty();
  }

  private String rowAt(String location) {
    Optional<Position> position = finder.find(location);
    assertThat(position).as(location).isPresent();
    return finder.tables().get(position.get().table()).rows().get(position.get().row()).name();
  }
}
