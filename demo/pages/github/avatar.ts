const HUES: Record<string, string> = {
  growth: '#2f6f4f',
  design: '#7a4b8f',
  templates: '#35618f',
  platform: '#5b6470',
  workflow: '#8a5a2b',
  collaboration: '#4d4fa8',
  sales: '#a34a5b',
};

/** A team's picture as a data URL: its initial on its colour. No team here is a person, and no picture is a photograph. */
export function avatarSource(team: string): string {
  const color = HUES[team.split(/[- ]/)[0]?.toLowerCase() ?? ''] ?? '#5b6470';
  const letter = team.charAt(0).toUpperCase();
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="${color}"/><text x="20" y="27" text-anchor="middle" font-family="sans-serif" font-size="20" font-weight="600" fill="#fff">${letter}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
