// Preloaded into every process of the launcher: when the launcher is gone, so are they.
const launcher = Number(process.env.BOOKEND_LAUNCHER);
if (launcher) {
  setInterval(() => {
    try {
      process.kill(launcher, 0);
    } catch {
      process.exit(0);
    }
  }, 1000).unref();
}
