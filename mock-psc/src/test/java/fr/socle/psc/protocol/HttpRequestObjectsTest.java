package fr.socle.psc.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.psc.ObjectHost;
import fr.socle.psc.service.RequestObjectSource.UnreadableException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How request objects are read: bounded, from one address and no other. */
class HttpRequestObjectsTest {
  private ObjectHost host;

  @BeforeEach
  void open() throws Exception {
    host = new ObjectHost();
  }

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void readsAnObjectUpToTheLimit() throws Exception {
    String longest = "a".repeat(HttpRequestObjects.LONGEST);
    host.keep(longest);

    assertThat(new HttpRequestObjects().read(host.address("/objet"))).isEqualTo(longest);
  }

  @Test
  void readsNoMoreThanTheLimit() {
    host.keep("a".repeat(HttpRequestObjects.LONGEST + 1));

    assertThatThrownBy(() -> new HttpRequestObjects().read(host.address("/objet")))
        .isInstanceOf(UnreadableException.class)
        .hasMessageContaining("65536 octets");
  }

  @Test
  void doesNotWaitForABodyThatNeverEnds() {
    host.keep("a.b");
    host.stall();

    assertThatThrownBy(
            () -> new HttpRequestObjects(Duration.ofMillis(300)).read(host.address("/objet")))
        .isInstanceOf(UnreadableException.class)
        .hasMessageContaining("ne répond pas");
    assertThat(host.asked()).containsExactly("/objet");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 308})
  void followsNoRedirect(int status) {
    host.answer(status);

    assertThatThrownBy(() -> new HttpRequestObjects().read(host.address("/objet")))
        .isInstanceOf(UnreadableException.class)
        .hasMessageContaining("répond " + status);
    assertThat(host.asked()).containsExactly("/objet");
  }

  @Test
  void saysThatNobodyIsThere() {
    host.close();

    assertThatThrownBy(() -> new HttpRequestObjects().read(host.address("/objet")))
        .isInstanceOf(UnreadableException.class)
        .hasMessageContaining("connexion");
  }
}
