import { randomBytes } from 'node:crypto';
import { plainAnswer, type Answer } from './answer.ts';
import { bundlePages } from './bundle.ts';

const ASSET = /^\/_stand-in\/([\w.-]+)$/;

/**
 * The three stand-in trackers as one handler: bundles their pages, then answers by host name and path.
 * `deploy` stamps the class names; two calls with the same one give the same markup.
 */
export async function openSites(deploy = randomBytes(4).toString('hex')): Promise<(host: string, url: URL) => Answer> {
  const { assets, render } = await bundlePages(deploy);
  return (host, url) => {
    const asset = ASSET.exec(url.pathname)?.[1];
    if (asset !== undefined) return assets.get(asset) ?? plainAnswer(404, 'No such file');
    return render.answerPage(host, url) ?? plainAnswer(404, `No stand-in for ${host}`);
  };
}
