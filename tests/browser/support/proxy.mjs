// Makes a browser ask one server on this machine for everything, by whatever name: nothing it does on the network is missed.

/** @import { BrowserName } from './browsers.mjs' */

/**
 * What `launch` needs for it.
 * @param {BrowserName} name
 * @param {number} port of the server
 */
export function throughProxy(name, port) {
  const proxy = `127.0.0.1:${port}`;
  return {
    flags: name === 'chromium'
      ? [`--proxy-server=http://${proxy}`, '--proxy-bypass-list=<-loopback>', '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable']
      : [],
    preferences: {
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': port,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': port,
      'network.proxy.no_proxies_on': '',
      'network.proxy.allow_hijacking_localhost': true,
      'network.stricttransportsecurity.preloadlist': false,
      'dom.security.https_first': false,
      'dom.security.https_first_schemeless': false,
    },
  };
}
