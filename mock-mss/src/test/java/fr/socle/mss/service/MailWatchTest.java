package fr.socle.mss.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who watches is told, however others come and go. */
class MailWatchTest {
  @Test
  void whoWatchesIsToldAndWhoLeftIsNot() {
    MailWatch watch = new MailWatch();
    AtomicInteger told = new AtomicInteger();
    Runnable watcher = told::incrementAndGet;
    watch.watch(1, watcher);
    watch.changed(1);
    watch.changed(2);
    assertThat(told).hasValue(1);
    watch.leave(1, watcher);
    watch.changed(1);
    assertThat(told).hasValue(1);
  }

  @Test
  @Timeout(20)
  void noWatcherIsLostWhenTheLastOtherLeavesMeanwhile() throws Exception {
    MailWatch watch = new MailWatch();
    Runnable leaves = () -> {};
    watch.watch(1, leaves);
    Latecomer comes = new Latecomer(new Thread(() -> watch.leave(1, leaves)));
    watch.watch(1, comes);
    comes.meanwhile.join();
    watch.changed(1);
    assertThat(comes.told).hasValue(1);
  }

  /** Something happens on another thread in the very moment this one is put among the others. */
  private static final class Latecomer implements Runnable {
    private final Thread meanwhile;
    private final AtomicInteger told = new AtomicInteger();

    private Latecomer(Thread meanwhile) {
      this.meanwhile = meanwhile;
    }

    @Override
    public void run() {
      told.incrementAndGet();
    }

    @Override
    public int hashCode() {
      if (meanwhile.getState() == Thread.State.NEW) {
        meanwhile.start();
        while (meanwhile.isAlive() && meanwhile.getState() != Thread.State.BLOCKED) {
          Thread.onSpinWait();
        }
      }
      return 1;
    }

    @Override
    public boolean equals(Object other) {
      return super.equals(other);
    }
  }
}
