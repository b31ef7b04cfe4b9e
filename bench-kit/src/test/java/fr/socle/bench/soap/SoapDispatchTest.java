package fr.socle.bench.soap;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.soap.SoapDispatch.Clue;
import fr.socle.bench.xml.SafeXml;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoapDispatchTest {
  private static final SoapOperation LIRE =
      new SoapOperation("lire", "urn:lire", new QName("urn:d", "Lire"));
  private static final SoapOperation ECRIRE =
      new SoapOperation("ecrire", "urn:ecrire", new QName("urn:d", "Ecrire"));

  @ParameterizedTest
  @CsvSource({
    // transport, addressing, body -> operation, decided by, disagreements
    "urn:lire,  urn:lire,   Lire,   lire,   TRANSPORT,  ''",
    "urn:lire,  urn:ecrire, Ecrire, lire,   TRANSPORT,  ADDRESSING BODY",
    ",          urn:ecrire, Ecrire, ecrire, ADDRESSING, ''",
    "urn:faux,  urn:ecrire, Ecrire, ecrire, ADDRESSING, TRANSPORT",
    ",          ,           Ecrire, ecrire, BODY,       ''",
    "urn:faux,  urn:faux,   Lire,   lire,   BODY,       TRANSPORT ADDRESSING",
    "urn:lire,  ,           Autre,  lire,   TRANSPORT,  BODY",
    ",          urn:lire,   ,       lire,   ADDRESSING, ''",
  })
  void theFirstPlaceThatNamesAKnownOperationDecidesAndTheOthersAreCompared(
      @Nullable String transport,
      @Nullable String addressing,
      @Nullable String body,
      String operation,
      Clue decidedBy,
      String disagreements)
      throws Exception {
    SoapDispatch dispatch = dispatch(transport, addressing, body);

    assertThat(dispatch.operation()).isNotNull();
    assertThat(dispatch.operation().name()).isEqualTo(operation);
    assertThat(dispatch.decidedBy()).isEqualTo(decidedBy);
    assertThat(dispatch.disagreements())
        .isEqualTo(
            Arrays.stream(disagreements.split(" "))
                .filter(word -> !word.isEmpty())
                .map(Clue::valueOf)
                .toList());
  }

  @Test
  void withoutAnyKnownNameThereIsNoOperationAndAllThatWasSaidIsKept() throws Exception {
    SoapDispatch dispatch = dispatch("urn:a", "urn:b", "Autre");

    assertThat(dispatch.operation()).isNull();
    assertThat(dispatch.decidedBy()).isNull();
    assertThat(dispatch.transportAction()).isEqualTo("urn:a");
    assertThat(dispatch.addressingAction()).isEqualTo("urn:b");
    assertThat(dispatch.body()).isEqualTo(new QName("urn:d", "Autre"));
    assertThat(dispatch.disagreements()).containsExactly(Clue.values());
  }

  private static SoapDispatch dispatch(
      @Nullable String transport, @Nullable String addressing, @Nullable String body)
      throws Exception {
    String text =
        "<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'><s:Header>"
            + (addressing == null
                ? ""
                : "<a:Action xmlns:a='http://www.w3.org/2005/08/addressing'>"
                    + addressing
                    + "</a:Action>")
            + "</s:Header><s:Body>"
            + (body == null ? "" : "<" + body + " xmlns='urn:d'/>")
            + "</s:Body></s:Envelope>";
    SoapMessage message =
        new SoapReader(new SafeXml()).read(text.getBytes(StandardCharsets.UTF_8), null);
    return SoapDispatch.of(List.of(LIRE, ECRIRE), transport, message);
  }
}
