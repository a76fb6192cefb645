import { Menu } from 'lucide-react';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useEnvironmentPath } from '@/api/environment';
import { SECTIONS, sectionOf } from '../pages';
import styles from './Navigation.module.css';
import { PersonMenu } from './PersonMenu';

export function Navigation() {
  const [path] = useLocation();
  const to = useEnvironmentPath();
  const current = sectionOf(path);
  // Opened on a page, it is closed by going to another one.
  const [openAt, setOpenAt] = useState<string>();
  const open = openAt === path;
  return (
    <nav className={styles['navigation']} aria-label="Sections">
      <div className={styles['top']}>
        <button type="button" className={styles['toggle']} aria-expanded={open} onClick={() => setOpenAt(open ? undefined : path)}>
        <Menu aria-hidden size={18} />
          {current?.name ?? 'Sections'}
        </button>
        <PersonMenu />
      </div>
      <ul className={`${styles['list']} ${open ? styles['open'] : ''}`}>
        {SECTIONS.map((section) => (
          <li key={section.name}>
            <Link href={to(section.to)} className={styles['link'] ?? ''} aria-current={section === current ? 'true' : undefined}>
              {section.name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
