package fr.socle.app.champs;

import fr.socle.bench.Bench;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.features.model.RunReport;
import fr.socle.features.model.ScenarioResult;
import fr.socle.features.run.RunProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The correct exchanges of runs of the reference, as the journal of their bench holds them. */
public final class Recordings {
  private final Bench bench;
  private final List<SpaceProof> spaces = new ArrayList<>();

  /** Nothing recorded yet. */
  public Recordings(Bench bench) {
    this.bench = bench;
  }

  /**
   * Records what is played in a space, one scenario at a time. Sessions are altered at once, before
   * the next scenario empties the space: the run waits for it, which no other listener may demand.
   *
   * @return to be told of the scenarios that are played there
   */
  public RunProgress in(SpaceDescriptor space) {
    SpaceProof proof = new SpaceProof(bench, space);
    spaces.add(proof);
    return new RunProgress() {
      @Override
      public void finished(ScenarioResult result, int done, int total) {
        proof.proveSessions(result);
      }
    };
  }

  /**
   * Alters everything that was recorded, space by space.
   *
   * @param runs the runs, which have just ended; their spaces are still open
   * @param progress told now and then how far it is, French
   */
  public FieldTable prove(List<RunReport> runs, Consumer<String> progress) {
    return FieldTable.merge(spaces.stream().map(space -> space.prove(runs, progress)).toList());
  }
}
