package fr.socle.psc.service;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Posts a form to a relying party. Called from several threads; never blocks. */
@FunctionalInterface
public interface BackChannel {
  /**
   * Posts a form.
   *
   * @param address absolute http or https address
   * @param form its fields
   * @return status of the answer; fails when there is none in time
   */
  CompletableFuture<Integer> post(String address, Map<String, String> form);
}
