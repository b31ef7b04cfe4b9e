package fr.socle.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PortBlockTest {
  @Test
  void passesOverABlockWithATakenPort() throws Exception {
    int first = PortBlock.find(16, new Random(7));
    try (ServerSocket taken = new ServerSocket(first + 15)) {
      assertThat(taken.isBound()).isTrue();
      assertThat(PortBlock.find(16, new Random(7))).isNotEqualTo(first);
    }
  }
}
