package fr.socle.features.report.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HttpTextTest {

  @Test
  void splitsHeadAndBody() {
    HttpText message =
        parse("POST /lps HTTP/1.1\r\nHost: h\r\nContent-Type: Text/XML; charset=utf-8\r\n\r\n<é/>");

    assertThat(message.startLine()).isEqualTo("POST /lps HTTP/1.1");
    assertThat(message.header("host")).hasValue("h");
    assertThat(message.mediaType()).isEqualTo("text/xml");
    assertThat(message.bodyText()).hasValue("<é/>");
  }

  @Test
  void readsTheCharsetOfTheMessage() {
    HttpText message =
        HttpText.parse(
            "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=\"ISO-8859-1\"\r\n\r\né"
                .getBytes(StandardCharsets.ISO_8859_1));

    assertThat(message.bodyText()).hasValue("é");
  }

  @Test
  void doesNotShowBytesThatAreNotText() {
    assertThat(parse("HTTP/1.1 200 OK\r\n\r\n\u0000\u0001").bodyText()).isEmpty();
  }

  @Test
  void survivesWhatIsNotHttp() {
    HttpText message = parse("\u0016\u0003\u0001");

    assertThat(message.headers()).isEmpty();
    assertThat(message.body()).isEmpty();
  }

  private static HttpText parse(String message) {
    return HttpText.parse(message.getBytes(StandardCharsets.UTF_8));
  }
}
