package fr.socle.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PortBlockTest {
  @Test
  void passesOverABlockWithATakenPort() throws Exception {
    int first = PortBlock.find(15, new Random(7));
    try (ServerSocket taken = new ServerSocket(first + 14)) {
      assertThat(taken.isBound()).isTrue();
      assertThat(PortBlock.find(15, new Random(7))).isNotEqualTo(first);
    }
  }
}
