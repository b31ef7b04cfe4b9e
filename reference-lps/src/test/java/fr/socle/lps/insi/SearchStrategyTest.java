package fr.socle.lps.insi;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.lps.mutant.Defects;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SearchStrategyTest {

  private static final InsiAnswer FOUND =
      new InsiAnswer.Found("m", "c", "o", List.of(), "N", List.of("P"), "F", "1988-02-29", "");
  private static final InsiAnswer SEVERAL = new InsiAnswer.Several();

  private final Map<String, InsiAnswer> answers = new LinkedHashMap<>();
  private final List<String> asked = new ArrayList<>();

  @Test
  void triesEachFirstNameThenAllOfThem() throws Exception {
    assertThat(search(null, "PIERRE", "PAUL", "JACQUES")).isEqualTo(new InsiAnswer.None());

    assertThat(asked).containsExactly("PIERRE", "PAUL", "JACQUES", "PIERRE PAUL JACQUES");
  }

  @Test
  void asksOnceWhenThereIsOneFirstName() throws Exception {
    search("63220", "PIERRE");

    assertThat(asked).containsExactly("PIERRE");
  }

  @Test
  void stopsAtTheFirstIdentityFound() throws Exception {
    answers.put("CATARINA", FOUND);

    assertThat(search(null, "OLA", "CATARINA", "BELLA")).isEqualTo(FOUND);

    assertThat(asked).containsExactly("OLA", "CATARINA");
  }

  @Test
  void stopsAtTheFirstTrouble() throws Exception {
    InsiAnswer trouble = new InsiAnswer.Unavailable("erreur insi_102");
    answers.put("OLA", trouble);

    assertThat(search(null, "OLA", "CATARINA")).isEqualTo(trouble);

    assertThat(asked).containsExactly("OLA");
  }

  @Test
  void addsTheOtherFirstNamesThenThePlaceWhenThereAreSeveral() throws Exception {
    answers.put("LEONARDO", SEVERAL);
    answers.put("LEONARDO PIERO", SEVERAL);
    answers.put("LEONARDO PIERO 63220", FOUND);

    assertThat(search("63220", "LEONARDO", "PIERO")).isEqualTo(FOUND);

    assertThat(asked).containsExactly("LEONARDO", "LEONARDO PIERO", "LEONARDO PIERO 63220");
  }

  @Test
  void doesNotAddThePlaceWhenTheOtherFirstNamesWereEnough() throws Exception {
    answers.put("LEONARDO", SEVERAL);
    answers.put("LEONARDO PIERO", FOUND);

    assertThat(search("63220", "LEONARDO", "PIERO")).isEqualTo(FOUND);

    assertThat(asked).containsExactly("LEONARDO", "LEONARDO PIERO");
  }

  @Test
  void addsThePlaceToTheFirstNameWhenTheOthersAreNotKnown() throws Exception {
    answers.put("LEONARDO", SEVERAL);
    answers.put("LEONARDO 63220", FOUND);

    assertThat(search("63220", "LEONARDO", "GUIDO")).isEqualTo(FOUND);

    assertThat(asked).containsExactly("LEONARDO", "LEONARDO GUIDO", "LEONARDO 63220");
  }

  @Test
  void addsOnlyTheFirstNamesThatFollowTheOneThatMatched() throws Exception {
    answers.put("CATARINA", SEVERAL);
    answers.put("CATARINA BELLA", FOUND);

    search(null, "OLA", "CATARINA", "BELLA");

    assertThat(asked).containsExactly("OLA", "CATARINA", "CATARINA BELLA");
  }

  @Test
  void staysAtSeveralWhenThePlaceIsNotKnown() throws Exception {
    answers.put("LEONARDO", SEVERAL);

    assertThat(search(null, "LEONARDO", "GUIDO")).isEqualTo(SEVERAL);

    assertThat(asked).containsExactly("LEONARDO", "LEONARDO GUIDO");
  }

  private InsiAnswer search(String place, String... firstNames) throws InterruptedException {
    List<String> names = Arrays.asList(firstNames);
    InsiQuery traits = new InsiQuery("N", names.get(0), "F", "1988-02-29", null, null);
    SearchStrategy strategy =
        new SearchStrategy(
            query -> {
              String key =
                  query.firstName() + (query.birthPlace() == null ? "" : " " + query.birthPlace());
              asked.add(key);
              return answers.getOrDefault(key, new InsiAnswer.None());
            },
            Clock.systemUTC(),
            Defects.none());
    return strategy.search(traits, names, names, place).answer();
  }
}
