package fr.socle.features.run;

import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.TestCaseStarted;
import io.cucumber.plugin.event.TestSourceParsed;
import io.cucumber.plugin.event.TestStep;
import io.cucumber.plugin.event.TestStepFinished;
import io.cucumber.plugin.event.TestStepStarted;
import org.jspecify.annotations.Nullable;

/** Tells the run what Cucumber reads and plays. Named to Cucumber, which builds it. */
public final class RunEvents implements ConcurrentEventListener {
  private final ScenarioTexts texts;

  /** Built by Cucumber on a thread of the run. */
  public RunEvents() {
    this.texts = RunLoader.runOfThisThread().texts();
  }

  @Override
  public void setEventPublisher(EventPublisher publisher) {
    publisher.registerHandlerFor(
        TestSourceParsed.class, event -> texts.parsed(event.getUri(), event.getNodes()));
    publisher.registerHandlerFor(
        TestCaseStarted.class, event -> texts.started(event.getTestCase()));
    publisher.registerHandlerFor(TestStepStarted.class, this::stepStarted);
    publisher.registerHandlerFor(
        TestStepFinished.class,
        event ->
            texts.stepFinished(
                event.getTestCase(), writtenStep(event.getTestStep()), event.getResult()));
  }

  private void stepStarted(TestStepStarted event) {
    PickleStepTestStep step = writtenStep(event.getTestStep());
    if (step != null) {
      texts.stepStarted(event.getTestCase(), step);
    }
  }

  private static @Nullable PickleStepTestStep writtenStep(TestStep step) {
    return step instanceof PickleStepTestStep written ? written : null;
  }
}
