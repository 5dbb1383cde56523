// The little of the plugin that the guide uses.
declare module '@vitejs/plugin-vue' {
  export default function vue(options: object): object;
}
