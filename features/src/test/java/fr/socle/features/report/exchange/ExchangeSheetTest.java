package fr.socle.features.report.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Finding;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceDescriptor.KeyStoreDescription;
import fr.socle.exigences.RuleSource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExchangeSheetTest {
  private static final String REQUEST =
      """
      POST /token HTTP/1.1\r
      Host: 127.0.0.1:8441\r
      Content-Type: application/x-www-form-urlencoded\r
      Content-Length: 42\r
      X-Note: l'heure\r
      \r
      grant_type=authorization_code&scope=openid""";

  @Test
  void marksTheRowAFindingSpeaksOf() {
    ExchangeSheet sheet = sheet(REQUEST, List.of(finding("scope", "openid")), null);

    assertThat(rows(sheet, "Requête : formulaire"))
        .containsExactly(
            List.of(0, "grant_type", "authorization_code"),
            List.of(0, "scope", "openid", List.of(1)));
  }

  @Test
  void unfoldsATableThatAFindingPointsInto() {
    assertThat(table(sheet(REQUEST, List.of(), null), "En-têtes de la requête").open()).isFalse();
    assertThat(
            table(
                    sheet(REQUEST, List.of(finding("en-tête X-Note", "l'heure")), null),
                    "En-têtes de la requête")
                .open())
        .isTrue();
  }

  @Test
  void sendsTheSameAgainWithTheKeyStoreThatWasUsed() {
    ExchangeSheet sheet = sheet(REQUEST, List.of(), space());

    assertThat(sheet.curl())
        .isEqualTo(
            "curl --include --globoff --path-as-is --request POST --cacert '/tmp/mon banc/ca.pem'"
                + " --cert /tmp/insi-auto.pem --key /tmp/insi-auto.key"
                + " --header 'Content-Type: application/x-www-form-urlencoded'"
                + " --header 'X-Note: l'\\''heure'"
                + " https://127.0.0.1:8441/token");
    assertThat(sheet.request().body()).isEqualTo("grant_type=authorization_code&scope=openid");
  }

  @Test
  void letsNoRequestTurnTheCommandElsewhere() {
    String request =
        """
        GET x HTTP/1.1\r
        Host: 127.0.0.1:8441\r
        @/etc/passwd: x\r
        X-Vide:\r
        \r
        """;
    Exchange turned =
        new Exchange(
            1,
            "e1",
            null,
            "psc",
            "psc.canal",
            Exchange.Kind.HTTP,
            null,
            Instant.EPOCH,
            10,
            "GET",
            "@ailleurs.example/",
            200,
            null,
            JsonMapper.builder().build().createObjectNode(),
            null,
            List.of(),
            10,
            10,
            List.of());
    byte[] bytes = request.getBytes(StandardCharsets.UTF_8);

    assertThat(
            ExchangeSheet.of(
                    turned,
                    List.of(),
                    Optional.of(new RecordedBytes(bytes, new byte[0], false)),
                    null)
                .curl())
        .doesNotContain("passwd")
        .contains("--header 'X-Vide;'")
        .endsWith(" https://127.0.0.1:8441/@ailleurs.example/");
  }

  @Test
  void leavesTheKeyStoreToFillInWhenTheSpaceIsNotKnown() {
    assertThat(sheet(REQUEST, List.of(), null).curl())
        .contains("--cacert AC-DU-BANC.pem --cert VOTRE-CERTIFICAT.pem --key VOTRE-CLE.pem");
  }

  @Test
  void sendsInClearWhatWasReceivedInClear() {
    SpaceDescriptor space = space();
    SpaceDescriptor clear =
        new SpaceDescriptor(
            space.version(),
            space.id(),
            space.name(),
            1,
            space.insOid(),
            Map.of("insi.clair", "http://127.0.0.1:8441/lps"),
            space.caFile(),
            space.keyStores(),
            List.of(),
            space.lps(),
            Map.of());

    assertThat(sheet(REQUEST, List.of(), clear).curl())
        .endsWith(" http://127.0.0.1:8441/token")
        .doesNotContain("--cacert");
  }

  @Test
  void showsOnlyTheBeginningOfALongValueAndOfALongBody() {
    String body = "note=" + "é".repeat(ExchangeSheet.BODY);
    ExchangeSheet sheet =
        sheet(
            "POST / HTTP/1.1\r\nHost: h\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n"
                + body,
            List.of(),
            null);

    assertThat(sheet.request().cut()).isTrue();
    assertThat(sheet.request().body()).hasSize(ExchangeSheet.BODY);
    assertThat(rows(sheet, "Requête : formulaire").get(0).get(2).toString())
        .endsWith("… (200000 octets)")
        .hasSizeLessThan(450);
  }

  @Test
  void isEmptyWithoutBytes() {
    ExchangeSheet sheet =
        ExchangeSheet.of(exchange(Exchange.Kind.HTTP), List.of(), Optional.empty(), null);

    assertThat(sheet.request()).isNull();
    assertThat(sheet.curl()).isNull();
    assertThat(sheet.tables())
        .extracting(ExchangeSheet.Sheet::title)
        .containsExactly("Certificat client présenté");
  }

  @Test
  void showsAHandshakeInHexadecimalAndOffersNoCurl() {
    byte[] hello = {0x16, 0x03, 0x01, 0x00};
    ExchangeSheet sheet =
        ExchangeSheet.of(
            exchange(Exchange.Kind.HANDSHAKE),
            List.of(),
            Optional.of(new RecordedBytes(hello, new byte[0], false)),
            null);

    assertThat(sheet.request().head()).isEqualTo("16 03 01 00");
    assertThat(sheet.curl()).isNull();
  }

  private static ExchangeSheet sheet(
      String request, List<Finding> findings, @Nullable SpaceDescriptor space) {
    return ExchangeSheet.of(
        exchange(Exchange.Kind.HTTP),
        findings,
        Optional.of(
            new RecordedBytes(request.getBytes(StandardCharsets.UTF_8), new byte[0], false)),
        space);
  }

  private static ExchangeSheet.Sheet table(ExchangeSheet sheet, String title) {
    return sheet.tables().stream().filter(t -> t.title().equals(title)).findFirst().orElseThrow();
  }

  private static List<List<Object>> rows(ExchangeSheet sheet, String title) {
    return table(sheet, title).rows();
  }

  private static Finding finding(String location, String found) {
    return new Finding(
        "R",
        RuleSource.NORME,
        "RFC",
        List.of("PSC/RP-04"),
        1L,
        location,
        "autre",
        found,
        "Changez.");
  }

  private static Exchange exchange(Exchange.Kind kind) {
    return new Exchange(
        1,
        "e1",
        null,
        "psc",
        "psc.canal",
        kind,
        null,
        Instant.EPOCH,
        10,
        "POST",
        "/token",
        200,
        "CN=INSI-AUTO, OU=10B0152872, C=FR",
        JsonMapper.builder().build().createObjectNode(),
        null,
        List.of(),
        10,
        10,
        List.of());
  }

  private static SpaceDescriptor space() {
    return new SpaceDescriptor(
        "0.1.0",
        "e1",
        "espace-1",
        1,
        "1.2.250.1.213.1.4.10",
        Map.of(),
        "/tmp/mon banc/ca.pem",
        List.of(
            new KeyStoreDescription(
                "insi-auto",
                "CN=INSI-AUTO,OU=10B0152872,C=FR",
                "/tmp/insi-auto.pem",
                "/tmp/insi-auto.key",
                "/tmp/a.p12",
                "/tmp/b.p12",
                "p")),
        List.of(),
        new SpaceDescriptor.LpsDescription("1"),
        Map.of());
  }
}
