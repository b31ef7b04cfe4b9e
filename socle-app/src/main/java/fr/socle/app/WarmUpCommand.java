package fr.socle.app;

import fr.socle.bench.BenchOptions;
import fr.socle.bench.client.BenchClient;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.bench.control.ControlOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Loads what a start loads, for the class data archive that the launcher makes. */
@Command(name = "amorcer", hidden = true)
final class WarmUpCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    try (EmbeddedBench bench =
        EmbeddedBench.start(BenchOptions.builder().build(), ControlOptions.loopback())) {
      BenchClient client = new BenchClient(bench.address());
      client.createSpace(new SpaceRequest("amorce", null, null));
      client.health();
    }
    return ExitStatus.OK;
  }
}
