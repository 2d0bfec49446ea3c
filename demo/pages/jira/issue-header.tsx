/** @jsxImportSource react */
import type { Ticket } from '../data.ts';
import { jiraClass as j } from '../deploy.ts';
import { Icon } from '../react/icon.tsx';
import { TypeIcon } from './small.tsx';
import { browsePath } from './route.ts';
import { keyOf, TYPES } from './tickets.ts';

/** Breadcrumbs with the key of the item, and the item's actions. */
export function IssueHeader({ item, close }: { item: Ticket; close?: (() => void) | undefined }) {
  const key = keyOf(item);
  return (
    <div id="jira-issue-header" className={j('issue-header')}>
      <div data-component-selector="breadcrumbs-wrapper" className={j('breadcrumbs')}>
        <nav aria-label="Breadcrumbs">
          <ol>
            <li>
              <a href="/jira/projects">Spaces</a>
            </li>
            <li>
              <a href="/browse/PLN">Planner</a>
            </li>
            <div
              data-testid="issue.views.issue-base.foundation.breadcrumbs.breadcrumb-current-issue-container"
              role="listitem"
              className={j('current')}
            >
              <div data-testid="issue-view-foundation.noneditable-issue-type.tooltip--container" role="presentation">
                <button
                  type="button"
                  className={j('bare')}
                  aria-label={TYPES[item.type].name}
                  data-testid="issue-view-foundation.noneditable-issue-type.button"
                  disabled
                  tabIndex={-1}
                >
                  <TypeIcon one={item} />
                </button>
              </div>
              <div role="presentation">
                <li>
                  <a
                    aria-current="page"
                    target="_blank"
                    rel="noreferrer"
                    data-testid="issue.views.issue-base.foundation.breadcrumbs.current-issue.item"
                    href={browsePath(key)}
                  >
                    <span>{key}</span>
                  </a>
                </li>
              </div>
              <div data-testid="issue.common.component.permalink-button.button.copy-link-button-wrapper">
                <button type="button" className={j('bare')} aria-label="Copy link">
                  <Icon name="link" size={14} />
                </button>
              </div>
            </div>
          </ol>
        </nav>
      </div>
      <div className={j('header-actions')}>
        <button type="button" className={j('icon-button')} aria-label="Watch">
          <Icon name="eye" />
        </button>
        <button type="button" className={j('icon-button')} aria-label="Share">
          <Icon name="share" />
        </button>
        <button type="button" className={j('icon-button')} aria-label="Actions">
          <Icon name="dots" />
        </button>
        {close ? (
          <button
            type="button"
            className={j('icon-button')}
            aria-label="Close"
            data-testid="issue-view-foundation.modal-close-button"
            onClick={close}
          >
            <Icon name="close" />
          </button>
        ) : null}
      </div>
    </div>
  );
}
