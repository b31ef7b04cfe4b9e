package fr.socle.app.champs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonAlterationsTest {
  private static List<String> of(String json) {
    return JsonAlterations.of(json.getBytes(StandardCharsets.UTF_8)).stream()
        .map(a -> a.pointer() + " " + a.gesture() + " " + text(a.json().get()))
        .toList();
  }

  private static String text(byte[] json) {
    return new String(json, StandardCharsets.UTF_8);
  }

  @Test
  void altersEachMemberInOnePlaceAndLeavesTheOthers() {
    assertThat(of("{\"a\":\"un\",\"b\":true}"))
        .contains(
            "/a retiré {\"b\":true}",
            "/a mis à null {\"a\":null,\"b\":true}",
            "/a vidé {\"a\":\"\",\"b\":true}",
            "/a changé {\"a\":\"ux\",\"b\":true}",
            "/a mis en nombre {\"a\":7,\"b\":true}",
            "/b changé {\"a\":\"un\",\"b\":false}",
            "/inconnu ajouté {\"a\":\"un\",\"b\":true,\"inconnu\":\"x\"}")
        .doesNotHaveDuplicates();
  }

  @Test
  void goesDownIntoObjectsAndArrays() {
    assertThat(of("{\"a\":{\"b\":[1,2]}}"))
        .contains(
            "/a/b/0 retiré {\"a\":{\"b\":[2]}}",
            "/a/b/1 changé {\"a\":{\"b\":[1,3]}}",
            "/a/b vidé {\"a\":{\"b\":[]}}",
            "/a/inconnu ajouté {\"a\":{\"b\":[1,2],\"inconnu\":\"x\"}}");
  }

  @Test
  void cutsTheMessageShort() {
    assertThat(of("{\"a\":12}")).contains("/ tronqué {\"a\"");
  }

  @Test
  void hasNothingToAlterInAnEmptyBody() {
    assertThat(of("")).isEmpty();
  }
}
