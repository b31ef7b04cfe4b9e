package fr.socle.bench.client.api;

import fr.socle.exigences.RuleSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check has to say.
 *
 * @param rule identifier of the rule
 * @param source kind of text behind the rule
 * @param sourceKey sheet, section and tag
 * @param requirements requirements it counts against
 * @param exchange sequence number of the exchange, absent for a finding on an absence
 * @param location XPath, JSON pointer, header or line
 * @param expected what is expected there
 * @param found what was found
 * @param mend what the editor must change, one French sentence
 */
public record Finding(
    String rule,
    RuleSource source,
    String sourceKey,
    List<String> requirements,
    @Nullable Long exchange,
    String location,
    String expected,
    String found,
    String mend) {}
