;;; arlint.el --- The copy editor's linter for Arabic, through eglot  -*- lexical-binding: t -*-

;; SPDX-License-Identifier: GPL-3.0-or-later
;; Package-Requires: ((emacs "26.3") (eglot "1.9"))

;;; Commentary:

;; Put this file on the load path, (require 'arlint), and M-x eglot in a text, or let it start by itself:
;;     (add-hook 'text-mode-hook #'eglot-ensure)

;;; Code:

(defvar arlint-command '("arlint" "lsp")
  "How the language server is started.")

(with-eval-after-load 'eglot
  (defvar eglot-server-programs)
  (add-to-list 'eglot-server-programs
               (cons '(text-mode markdown-mode gfm-mode html-mode) (lambda (&rest _) arlint-command))))

(provide 'arlint)
;;; arlint.el ends here
