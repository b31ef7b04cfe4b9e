package fr.socle.mss;

import fr.socle.bench.client.api.MssPublication;
import fr.socle.bench.spi.ControlOperation;
import fr.socle.bench.spi.InvalidControlRequestException;
import fr.socle.mss.directory.service.Publication;
import fr.socle.mss.directory.service.Publications;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the control API tells the directory.
 *
 * @param publications what it was told
 */
record DirectoryDesk(Publications publications) {
  private static final int LONGEST = 200;
  private static final int LAST_RANK = 99;

  List<ControlOperation<?, ?>> operations() {
    return List.of(
        new ControlOperation<>(
                "POST",
                "publication",
                "Says how the directory publishes a mailbox",
                MssPublication.class,
                Void.class,
                this::publish)
            .andKept());
  }

  private @Nullable Void publish(MssPublication asked) {
    Integer rank = asked.rank();
    if (rank != null && (rank < 1 || rank > LAST_RANK)) {
      throw new InvalidControlRequestException(
          "rang-incorrect", "Le rang d'une boîte va de 1, la préférée, à " + LAST_RANK + ".");
    }
    publications.tell(
        asked.address(),
        new Publication(
            text(asked.structure()),
            Boolean.TRUE.equals(asked.redList()),
            text(asked.description()),
            text(asked.department()),
            !Boolean.FALSE.equals(asked.paperless()),
            rank == null ? 1 : rank));
    return null;
  }

  private static String text(@Nullable String asked) {
    String text = asked == null ? "" : asked;
    if (text.length() > LONGEST || text.chars().anyMatch(each -> each < 0x20)) {
      throw new InvalidControlRequestException(
          "texte-incorrect",
          "La structure, la description et le service tiennent chacun sur une ligne de "
              + LONGEST
              + " caractères.");
    }
    return text;
  }
}
