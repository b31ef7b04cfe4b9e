package fr.socle.mss.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

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
  void noWatcherIsLostWhenAnotherLeaves() throws Exception {
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      MailWatch watch = new MailWatch();
      for (int i = 0; i < 5000; i++) {
        AtomicInteger told = new AtomicInteger();
        Runnable stays = told::incrementAndGet;
        Runnable leaves = () -> {};
        watch.watch(1, leaves);
        CountDownLatch ready = new CountDownLatch(1);
        Future<?> left =
            other.submit(
                () -> {
                  ready.countDown();
                  watch.leave(1, leaves);
                });
        ready.await();
        watch.watch(1, stays);
        left.get();
        watch.changed(1);
        assertThat(told).hasValue(1);
        watch.leave(1, stays);
      }
    } finally {
      other.shutdownNow();
    }
  }
}
