"""A desk that answers a browser."""

import threading

import uvicorn

from incidents.pipeline.review.app import make_app
from incidents.pipeline.review.guard import Guard
from incidents.pipeline.review.serve import _listen


class Served:
    """A desk that answers on a port of its own, until it is stopped."""

    def __init__(self, desk, reviewer="anna", blind=False):
        self.desk = desk
        listening = _listen("127.0.0.1", 0)
        port = listening.getsockname()[1]
        app = make_app(desk, Guard("127.0.0.1", port, reviewer), blind)
        self.server = uvicorn.Server(uvicorn.Config(app, log_level="error"))
        self.thread = threading.Thread(
            target=self.server.run, args=([listening],), daemon=True
        )
        self.thread.start()
        self.address = f"http://127.0.0.1:{port}/"

    def stop(self):
        self.server.should_exit = True
        self.thread.join(10)
        self.desk.store.close()
