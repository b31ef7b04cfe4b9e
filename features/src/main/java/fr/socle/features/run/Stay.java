package fr.socle.features.run;

import fr.socle.bench.client.api.Window;

/**
 * A scenario's stay in a space.
 *
 * @param place the space and the instance of the LPS
 * @param bench what the scenario does in the space
 * @param software what it asks of the LPS
 * @param expectations what it looks at
 * @param window the window, open
 */
record Stay(
    Place place, BenchSpace bench, Software software, Expectations expectations, Window window) {}
