package fr.socle.app.champs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextAlterationsTest {
  private static List<String> texts(List<TextAlterations.Altered> all) {
    return all.stream().map(TextAlterations.Altered::text).toList();
  }

  @Test
  void emptiesCutsAndLengthensAField() {
    assertThat(texts(TextAlterations.of("attachment; filename=A.PDF")))
        .contains("", "attachment", "attachment; f", "inline; filename=A.PDF");
  }

  @Test
  void neverGivesTheTextItself() {
    assertThat(texts(TextAlterations.of("utf-8"))).doesNotContain("utf-8").doesNotHaveDuplicates();
  }

  @Test
  void altersEachWordOfACommand() {
    assertThat(texts(TextAlterations.words("AUTH XOAUTH2 abc")))
        .contains(" XOAUTH2 abc", "AUTH  abc", "AUTH PLAIN abc", "AUTH XOAUTH2 ");
  }

  @Test
  void saysWhatWasDone() {
    assertThat(TextAlterations.words("EHLO lps"))
        .contains(new TextAlterations.Altered("mot 2 retiré", "EHLO "));
  }
}
