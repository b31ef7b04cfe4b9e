package fr.socle.essais.mesure;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A measure that cannot succeed says why, at once. */
class LoadTest {
  @Test
  @Timeout(60)
  void aClientThatFailsEndsTheMeasureWithItsCauseThoughOthersAreNotAnswered() {
    CountDownLatch never = new CountDownLatch(1);

    assertThatThrownBy(
            () ->
                Load.measure(
                    number ->
                        () -> {
                          if (number == 2) {
                            throw new IOException("refused");
                          }
                          never.await();
                          throw new IllegalStateException("answered");
                        },
                    1,
                    1))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("refused");
  }
}
