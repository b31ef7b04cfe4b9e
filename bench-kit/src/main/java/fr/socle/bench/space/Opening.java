package fr.socle.bench.space;

import fr.socle.bench.client.api.SpaceDescriptor.ClientDescription;
import java.util.List;
import java.util.Map;

/**
 * What a space is opened with, and opened again with.
 *
 * @param id its identifier
 * @param name its name for people
 * @param seed seed of its world
 * @param settings settings asked for this space, which those of the bench complete
 * @param clients relying parties it had when it was last open; empty the first time
 */
public record Opening(
    String id,
    String name,
    long seed,
    Map<String, String> settings,
    List<ClientDescription> clients) {

  /** Copies the collections. */
  public Opening {
    settings = Map.copyOf(settings);
    clients = List.copyOf(clients);
  }

  /** The same opening, with the relying parties the space has now. */
  public Opening with(List<ClientDescription> present) {
    return new Opening(id, name, seed, settings, present);
  }
}
