package fr.socle.bench.world;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An identity a person bore for a time.
 *
 * @param ins the identity
 * @param from first day, if known
 * @param to last day, if known; the national service has been seen to give one before {@code from}
 */
public record InsPeriod(Ins ins, @Nullable LocalDate from, @Nullable LocalDate to) {}
