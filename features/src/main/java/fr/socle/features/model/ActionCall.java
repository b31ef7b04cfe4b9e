package fr.socle.features.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One action asked of the LPS through its driver.
 *
 * @param name name of the action, such as {@code creer-dossier}
 * @param startedAt when it was asked
 * @param endedAt when the driver answered, or was given up
 * @param status {@code fait}, {@code refuse}, {@code echec}, {@code non-implemente} or {@code
 *     sans-reponse} (driver dead, too slow, or answering outside its contract)
 * @param message what the LPS tells its user, or what is wrong with the driver
 * @param userSteps user steps (clicks, inputs) that the driver declares
 * @param input input of the action; absent for {@code configurer}, whose input is the descriptor
 * @param seen what the user sees afterwards
 */
public record ActionCall(
    String name,
    Instant startedAt,
    Instant endedAt,
    String status,
    @Nullable String message,
    int userSteps,
    @Nullable JsonNode input,
    @Nullable JsonNode seen) {}
