package fr.socle.lps.dmp.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.socle.lps.dmp.cda.Content;
import fr.socle.lps.dmp.ebxml.DocumentTypes;
import fr.socle.lps.dmp.ebxml.Visibility;
import fr.socle.lps.dmp.record.Sending.State;
import fr.socle.lps.dmp.vihf.Professional;
import fr.socle.lps.dmp.vihf.Structure;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WaitingLineTest {
  private final Documents documents = new Documents();
  private final List<String> sent = new CopyOnWriteArrayList<>();
  private final List<Integer> lots = new CopyOnWriteArrayList<>();
  private final AtomicReference<State> becomes = new AtomicReference<>(State.ENVOYE);
  private final WaitingLine<String> line =
      new WaitingLine<>(
          (lot, way) -> {
            lot.forEach(document -> sent.add(document.draft().title() + " " + way));
            lots.add(lot.size());
            return Sending.of(becomes.get());
          });

  @AfterEach
  void closeTheLine() {
    line.close();
  }

  @Test
  void sendsAtOnceAndForgetsWhatIsDecided() throws Exception {
    assertThat(line.send(document("un"), "carte").state()).isEqualTo(State.ENVOYE);

    becomes.set(State.REFUSE);
    assertThat(line.send(document("deux"), "carte").state()).isEqualTo(State.REFUSE);

    assertThat(sent).containsExactly("un carte", "deux carte");
  }

  @Test
  void triesAgainByItselfInOrderWhatWaits() throws Exception {
    becomes.set(State.EN_ATTENTE);
    LocalDocument first = document("un");
    LocalDocument second = document("deux");
    assertThat(line.send(first, "carte").state()).isEqualTo(State.EN_ATTENTE);
    assertThat(line.send(second, "certificat").state()).isEqualTo(State.EN_ATTENTE);

    becomes.set(State.ENVOYE);

    await()
        .untilAsserted(
            () -> {
              assertThat(first.sending().sent()).isTrue();
              assertThat(second.sending().sent()).isTrue();
            });
    assertThat(sent.subList(sent.size() - 2, sent.size()))
        .containsExactly("un carte", "deux certificat");
  }

  @Test
  void leavesAloneWhatWasTakenOut() throws Exception {
    becomes.set(State.EN_ATTENTE);
    line.send(document("un"), "carte");
    line.forgetAll();

    becomes.set(State.ENVOYE);
    line.send(document("deux"), "carte");

    assertThat(sent).endsWith("deux carte").containsOnlyOnce("deux carte");
    assertThat(sent.subList(0, sent.size() - 1)).containsOnly("un carte");
  }

  @Test
  void keepsALotTogetherWhateverIsAskedOfOneOfItsDocuments() throws Exception {
    becomes.set(State.EN_ATTENTE);
    LocalDocument first = document("un");
    LocalDocument second = document("deux");
    line.sendTogether(List.of(first, second), "carte");

    becomes.set(State.ENVOYE);
    line.send(second, "certificat");

    assertThat(first.sending().sent()).isTrue();
    assertThat(second.sending().sent()).isTrue();
    assertThat(sent.subList(sent.size() - 2, sent.size()))
        .containsExactly("un certificat", "deux certificat");
    assertThat(lots).containsOnly(2);
  }

  private LocalDocument document(String title) {
    Structure practice = Structure.practiceOf("899990000012", "EXEMPLE");
    Professional who =
        new Professional("899990000012", "EXEMPLE", "CAMILLE", "10", "SM26", practice);
    Draft draft =
        new Draft(
            DocumentTypes.standard().of("11488-4").orElseThrow(),
            title,
            new Content("Texte.", List.of(), List.of(), List.of(), List.of()),
            Instant.EPOCH,
            Instant.EPOCH,
            List.of(),
            who,
            List.of(),
            Visibility.EVERYBODY,
            null);
    return documents.add("d1", draft, false);
  }
}
