package fr.socle.bench.soap;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoapContentTypeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "application/soap+xml; charset=utf-8; action=\"urn:a:b\" | application/soap+xml | utf-8 | urn:a:b",
        "Application/SOAP+XML;Action=urn:a:b;charset=\"UTF-8\"   | application/soap+xml | UTF-8 | urn:a:b",
        "application/soap+xml; action=\"urn:a;b\\\"c\"           | application/soap+xml |       | urn:a;b\"c",
        "application/soap+xml; action=\"\"                       | application/soap+xml |       |",
        "text/xml                                                | text/xml             |       |",
        "application/soap+xml; ;=x; action                       | application/soap+xml |       |",
        "application/soap+xml; action=\"urn:a                    | application/soap+xml |       | \"urn:a",
        "``                                                      | ``                   |       |"
      })
  void readsTypeCharsetAndAction(
      String header, String type, @Nullable String charset, @Nullable String action) {
    SoapContentType read = SoapContentType.parse(header);

    assertThat(read.mediaType()).isEqualTo(type);
    assertThat(read.charset()).isEqualTo(charset);
    assertThat(read.action()).isEqualTo(action);
  }

  @Test
  void anAbsentHeaderAnnouncesNothing() {
    assertThat(SoapContentType.parse(null).announces(SoapVersion.SOAP_12)).isFalse();
    assertThat(SoapContentType.parse("application/soap+xml").announces(SoapVersion.SOAP_12))
        .isTrue();
    assertThat(SoapContentType.parse("text/xml").announces(SoapVersion.SOAP_11)).isTrue();
  }
}
