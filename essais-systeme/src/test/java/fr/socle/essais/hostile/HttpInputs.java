package fr.socle.essais.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.essais.InsiMessage;
import fr.socle.essais.hostile.BadInput.Kept;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Requests that are too large, too many or too short: every listener answers them alike. */
final class HttpInputs {
  private static final int LARGE = 50 * 1024 * 1024;
  private static final int PART = 1024 * 1024;
  private static final int HEADERS = 10_000;

  private final List<Door> doors;

  HttpInputs(List<Door> doors) {
    this.doors = doors;
  }

  List<BadInput> all() {
    List<BadInput> inputs = new ArrayList<>();
    for (Door door : doors) {
      inputs.add(
          new BadInput(
              "body of 50 MB",
              door.listener(),
              () -> large(door),
              seen -> assertThat(seen).startsWith("HTTP/1.1 413 ").contains("dépasse"),
              Kept.http(413, "413")));
      inputs.add(
          new BadInput(
              "10,000 headers",
              door.listener(),
              () -> door.ask(manyHeaders(door)),
              seen -> assertThat(seen).startsWith("HTTP/1.1 431 ").contains("en-têtes"),
              Kept.connection(431, "431")));
      inputs.add(half(door, "request line", "POST /auth"));
      inputs.add(half(door, "head", door.head("POST", "/", "Content-Le")));
      inputs.add(half(door, "body", door.head("POST", "/", "Content-Length: 9\r\n\r\n1234")));
      inputs.add(
          new BadInput(
              "not HTTP",
              door.listener(),
              () -> door.ask("ceci n'est pas HTTP\r\n\r\n".getBytes(StandardCharsets.UTF_8)),
              seen -> assertThat(seen).startsWith("HTTP/1.1 400 ").contains("Connection: close"),
              Kept.connection(400, "400")));
    }
    return inputs;
  }

  private static BadInput half(Door door, String what, String bytes) {
    return new BadInput(
        "half a " + what + ", then closed",
        door.listener(),
        () -> door.leave(bytes.getBytes(StandardCharsets.UTF_8)),
        seen -> assertThat(seen).as("closed without an answer").isEmpty(),
        Kept.connection(null, "requete-incomplete"));
  }

  private static String large(Door door) throws IOException {
    byte[] part = new byte[PART];
    Arrays.fill(part, (byte) 'x');
    byte[] head = door.postHead(InsiMessage.contentType(InsiMessage.ACTION), "", LARGE);
    return door.ask(
        Stream.concat(Stream.of(head), Stream.generate(() -> part).limit(LARGE / PART))
            .toArray(byte[][]::new));
  }

  private static byte[] manyHeaders(Door door) {
    StringBuilder head = new StringBuilder(door.head("GET", "/", ""));
    for (int i = 0; i < HEADERS; i++) {
      head.append("X-Essai-").append(i).append(": ").append(i).append("\r\n");
    }
    return head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
  }
}
